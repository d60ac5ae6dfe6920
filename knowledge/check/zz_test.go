package check
import ("testing";"fmt";"slices";"os";"nonmerci/knowledge/files";"nonmerci/knowledge")
func TestZZ(t *testing.T){
 b,ps,_:=files.Read(os.DirFS("../base")); fmt.Println(len(ps),"problems")
 c:=&checking{base:b,counted:map[string]grams{}}
 type p struct{s float64;a,b knowledge.ID;l string}
 var all []p
 for _,slug:=range b.Slugs(){ es:=b.Of(slug); for _,l:=range c.langs(es){ g:=c.grams(l); for i,a:=range es{for _,x:=range es[i+1:]{ all=append(all,p{cosine(g.of[a.ID],g.of[x.ID]),a.ID,x.ID,l})}}}}
 slices.SortFunc(all,func(a,b p)int{ if a.s>b.s{return -1};return 1})
 fmt.Println(len(all)); for _,q:=range []float64{.5,.75,.9,.95,.99,.999}{fmt.Printf("%v %.3f\n",q,all[int(float64(len(all))*(1-q))].s)}
 for _,x:=range all[:25]{fmt.Printf("%.3f %s %s %s\n     %q\n     %q\n",x.s,x.a,x.b,x.l,b.Entries[x.a].Text[x.l].Title,b.Entries[x.b].Text[x.l].Title)}
 // half an entry's phrasings against other half + title
 d,_:=knowledge.ParseDate("2026-11-23")
 n:=map[string]int{}
 for _,f:=range Check(b,Options{Today:d}){ n[string(f.Severity)]++; if n[string(f.Severity)]<60 {fmt.Println(f)} }
 fmt.Println(n)
}
